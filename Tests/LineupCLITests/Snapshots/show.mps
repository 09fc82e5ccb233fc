* September group show: minimise the NEGATED objective; the optimum's sign is turned
* 7 sides of rows that every selection meets are left out
NAME lineup
ROWS
 N objective
 G items__min_
 L items__max_
 L air_time
 G sales_goal
 E lock_A1001
 G gender__women__min_
 L gender__women__max_
 E gender__men
 G hero_ratio__least_
 L hero_ratio__most_
 G price__least_
 L price__most_
 L look_alikes__F1
 G clearance
 E outfit
 G scarf
 L one_pitch_of_A1001
COLUMNS
 M1 'MARKER' 'INTORG'
 A1001_full objective -11960
 A1001_full items__min_ 1
 A1001_full items__max_ 1
 A1001_full air_time 6
 A1001_full sales_goal 11960
 A1001_full gender__women__min_ 1
 A1001_full gender__women__max_ 1
 A1001_full hero_ratio__least_ 0.75
 A1001_full hero_ratio__most_ 0.5
 A1001_full price__least_ 149
 A1001_full price__most_ -21
 A1001_full look_alikes__F1 1
 A1001_full lock_A1001 1
 A1001_full outfit 1
 A1001_full one_pitch_of_A1001 1
 A1001_standard objective -10764
 A1001_standard items__min_ 1
 A1001_standard items__max_ 1
 A1001_standard air_time 3
 A1001_standard sales_goal 10764
 A1001_standard gender__women__min_ 1
 A1001_standard gender__women__max_ 1
 A1001_standard hero_ratio__least_ 0.75
 A1001_standard hero_ratio__most_ 0.5
 A1001_standard price__least_ 149
 A1001_standard price__most_ -21
 A1001_standard look_alikes__F1 1
 A1001_standard outfit 1
 A1001_standard one_pitch_of_A1001 1
 A1002_standard objective -2994
 A1002_standard items__min_ 1
 A1002_standard items__max_ 1
 A1002_standard air_time 3
 A1002_standard sales_goal 2994
 A1002_standard gender__women__min_ 1
 A1002_standard gender__women__max_ 1
 A1002_standard hero_ratio__least_ -0.25
 A1002_standard hero_ratio__most_ -0.5
 A1002_standard price__least_ 349
 A1002_standard price__most_ 179
 A1002_standard look_alikes__F1 1
 A1002_standard clearance 3
 A1002_standard scarf 1
 A1003_standard objective -5698
 A1003_standard items__min_ 1
 A1003_standard items__max_ 1
 A1003_standard air_time 3
 A1003_standard sales_goal 5698
 A1003_standard gender__men 1
 A1003_standard hero_ratio__least_ -0.25
 A1003_standard hero_ratio__most_ -0.5
 A1003_standard price__least_ 109
 A1003_standard price__most_ -61
 A1003_standard outfit -1
 A1004_standard objective -8544
 A1004_standard items__min_ 1
 A1004_standard items__max_ 1
 A1004_standard air_time 3
 A1004_standard sales_goal 8544
 A1004_standard hero_ratio__least_ -0.25
 A1004_standard hero_ratio__most_ -0.5
 A1004_standard price__least_ -61
 A1004_standard price__most_ -231
 A1005_standard objective -1243.75
 A1005_standard items__min_ 1
 A1005_standard items__max_ 1
 A1005_standard air_time 3
 A1005_standard sales_goal 1243.75
 A1005_standard gender__women__min_ 1
 A1005_standard gender__women__max_ 1
 A1005_standard hero_ratio__least_ -0.25
 A1005_standard hero_ratio__most_ -0.5
 A1005_standard price__least_ 49
 A1005_standard price__most_ -121
 A1005_standard clearance 3
 A1005_standard scarf -1
 M2 'MARKER' 'INTEND'
 below_clearance objective 50
 below_clearance clearance 1
RHS
 rhs items__min_ 3
 rhs items__max_ 4
 rhs air_time 14
 rhs sales_goal 10000
 rhs lock_A1001 1
 rhs gender__women__min_ 1
 rhs gender__women__max_ 2
 rhs gender__men 1
 rhs look_alikes__F1 1
 rhs clearance 4
 rhs one_pitch_of_A1001 1
BOUNDS
 UP bounds A1001_full 1
 UP bounds A1001_standard 1
 UP bounds A1002_standard 1
 UP bounds A1003_standard 1
 UP bounds A1004_standard 1
 UP bounds A1005_standard 1
ENDATA
