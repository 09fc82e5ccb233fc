/* lineup.mod: the tray of a livestream show as an integer program, in GNU MathProg.

   The same program that `lineup solve` solves, to be read, changed and solved by hand:

       lineup export show.yaml -o show.dat
       glpsol -m lineup.mod -d show.dat

   Sections: 1 the show's pitches; 2 the catalog; 3 options and what they bring; 4 the decision;
   5 the show's own rows (air time, items, sales goal, locks); 6 rules on sums (sum, split, each);
   7 rules on shares; 8 rules on averages; 9 rules on teams of styles (together, exclusive, requires);
   10 offers; 11 the objective; 12 the report.

   A rule without a penalty is hard. A soft one may be missed, and every unit by which it is missed
   costs its penalty. */

param title, symbolic, default 'show';

/* Stands for "no bound". */
param infinite := 1e300;


/* 1  Pitches: how a style is presented on air ------------------------------------------------------ */

set PITCH;
param minutes{PITCH}, >= 0;
/* What the pitch does to the units sold, against the forecast. */
param lift{PITCH}, >= 0, default 1;


/* 2  The catalog: every candidate, with what is known of it ---------------------------------------- */

set SPU;
param label{SPU}, symbolic, default '';
param price{SPU}, > 0;
param stock{SPU}, > 0;
/* Units sold at lift 1 and season index 1, were stock endless. */
param forecast{SPU}, >= 0, default 0;
/* Season index for the show's region and date. */
param season{SPU}, >= 0, default 1;
/* Where the cost is not known, the margin counts as 0. */
param cost{SPU}, default infinite;

/* Further numeric columns of the catalog that some rule or the objective uses. */
set COLUMN, default {};
param column{COLUMN, SPU}, default 0;


/* 3  Options: a style in a pitch that it may have -------------------------------------------------- */

/* The styles that may have pitch f: those that meet the pitch's `where`. */
set TAKES{PITCH}, within SPU, default SPU;

set OPTION, within SPU cross PITCH := setof{i in SPU, f in PITCH: i in TAKES[f]} (i, f);

/* With offers, a pitch with an offer is a pitch of its own: the price on air there, what offers on the
   whole show leave of it, and what they all do to the units sold. */
param paid{i in SPU, f in PITCH}, default price[i];
param keeps{PITCH}, default 1;
param offer_lift{SPU, PITCH}, >= 0, default 1;

/* What past shows say of the forecast. */
param factor{SPU, PITCH}, >= 0, default 1;

/* No more can be sold than there is. */
param units{(i, f) in OPTION} := min(stock[i], forecast[i] * factor[i, f] * season[i] * lift[f] * offer_lift[i, f]);

set MEASURE := {'items', 'minutes', 'units', 'gmv', 'margin', 'stock_value', 'offer_price', 'saving'}
  union COLUMN;

/* What an option brings, in every measure. */
param value{m in MEASURE, (i, f) in OPTION} :=
  if m = 'items' then 1
  else if m = 'minutes' then minutes[f]
  else if m = 'units' then units[i, f]
  else if m = 'gmv' then paid[i, f] * keeps[f] * units[i, f]
  else if m = 'margin' then (if cost[i] >= infinite then 0 else (paid[i, f] * keeps[f] - cost[i]) * units[i, f])
  else if m = 'stock_value' then price[i] * stock[i]
  else if m = 'offer_price' then paid[i, f]
  else if m = 'saving' then (price[i] - paid[i, f] * keeps[f]) * units[i, f]
  else column[m, i];


/* 4  The decision: is style i on the tray, in pitch f? --------------------------------------------- */

var x{OPTION}, binary;

/* A style appears at most once. (Styles with one option need no row: x is at most 1.) */
s.t. one_pitch{i in SPU: sum{f in PITCH: (i, f) in OPTION} 1 > 1}:
  sum{f in PITCH: (i, f) in OPTION} x[i, f] <= 1;


/* 5  The show: always hard ------------------------------------------------------------------------- */

param air_time, default infinite;
param least_items, default 0;
param most_items, default infinite;
param sales_goal, default -infinite;

/* `{1..1: condition}` makes a row only where the condition holds. */

s.t. within_air_time{1..1: air_time < infinite}:
  sum{(i, f) in OPTION} minutes[f] * x[i, f] <= air_time;

s.t. enough_items{1..1: least_items > 0}:
  sum{(i, f) in OPTION} x[i, f] >= least_items;

s.t. few_enough_items{1..1: most_items < infinite}:
  sum{(i, f) in OPTION} x[i, f] <= most_items;

s.t. sales_goal_met{1..1: sales_goal > -infinite}:
  sum{(i, f) in OPTION} value['gmv', i, f] * x[i, f] >= sales_goal;

/* Styles that must be on the tray, and those of them that must have a certain pitch. A locked style
   that is no candidate leaves an empty sum, and the show is infeasible, as it should be. */
set LOCK, default {};
set LOCK_PITCH, dimen 2, default {} cross {};

s.t. locked{i in LOCK}:
  sum{f in PITCH: (i, f) in OPTION} x[i, f] = 1;

s.t. locked_pitch{(i, f) in LOCK_PITCH}:
  sum{g in PITCH: g = f and (i, g) in OPTION} x[i, g] = 1;

/* With offers, a lock may ask for one of several pitches. */
set FIXED, default {};
param fixed_style{FIXED}, symbolic;
set FIXED_PITCHES{FIXED}, within PITCH;

s.t. locked_so{l in FIXED}:
  sum{f in FIXED_PITCHES[l]: (fixed_style[l], f) in OPTION} x[fixed_style[l], f] = 1;


/* 6  Rules on sums --------------------------------------------------------------------------------- */

/* Rows of the forms `sum`, and one row for every value of a `split` and an `each` (measure items):

       lower  <=  sum of the measure over the selected options of the row  <=  upper          */

set SUM, default {};

/* Rows of the form `share` and of the form `average`: see 7 and 8. */
set SHARE, default {};
set AVERAGE, default {};

set ROW := SUM union SHARE union AVERAGE;
param measure{ROW}, symbolic, in MEASURE, default 'items';
param lower{ROW}, default -infinite;
param upper{ROW}, default infinite;

/* The options of a row are the styles and the pitches that meet its `where`; without a `where`, all. */
set STYLES{ROW}, within SPU, default SPU;
set PITCHES{ROW}, within PITCH, default PITCH;

/* 0 says that the row is hard. */
param penalty{ROW}, >= 0, default 0;
set SOFT := setof{r in ROW: penalty[r] > 0} r;
/* By how much a soft row falls short of its lower side, and goes over its upper side. */
var short{SOFT}, >= 0;
var over{SOFT}, >= 0;

s.t. sum_lower{r in SUM: lower[r] > -infinite}:
  sum{i in STYLES[r], f in PITCHES[r]: (i, f) in OPTION} value[measure[r], i, f] * x[i, f]
  + (if r in SOFT then short[r]) >= lower[r];

s.t. sum_upper{r in SUM: upper[r] < infinite}:
  sum{i in STYLES[r], f in PITCHES[r]: (i, f) in OPTION} value[measure[r], i, f] * x[i, f]
  - (if r in SOFT then over[r]) <= upper[r];


/* 7  Rules on shares ------------------------------------------------------------------------------- */

/* A share says what it is a share of: `of`, everything unless said. The quotient is not linear; times
   its denominator it is:

       lower * sum over `of`  <=  sum over `where` within `of`  <=  upper * sum over `of`

   STYLES and PITCHES of a share are those of `where` and `of` together. */

set OF_STYLES{SHARE}, within SPU, default SPU;
set OF_PITCHES{SHARE}, within PITCH, default PITCH;

s.t. share_lower{r in SHARE: lower[r] > -infinite}:
  sum{i in STYLES[r], f in PITCHES[r]: (i, f) in OPTION} value[measure[r], i, f] * x[i, f]
  - lower[r] * sum{i in OF_STYLES[r], f in OF_PITCHES[r]: (i, f) in OPTION} value[measure[r], i, f] * x[i, f]
  + (if r in SOFT then short[r]) >= 0;

s.t. share_upper{r in SHARE: upper[r] < infinite}:
  sum{i in STYLES[r], f in PITCHES[r]: (i, f) in OPTION} value[measure[r], i, f] * x[i, f]
  - upper[r] * sum{i in OF_STYLES[r], f in OF_PITCHES[r]: (i, f) in OPTION} value[measure[r], i, f] * x[i, f]
  - (if r in SOFT then over[r]) <= 0;


/* 8  Rules on averages ----------------------------------------------------------------------------- */

/* Likewise times the number of styles, so that an empty selection meets it:

       lower * count  <=  sum of the column  <=  upper * count                                */

s.t. average_lower{r in AVERAGE: lower[r] > -infinite}:
  sum{i in STYLES[r], f in PITCHES[r]: (i, f) in OPTION} (value[measure[r], i, f] - lower[r]) * x[i, f]
  + (if r in SOFT then short[r]) >= 0;

s.t. average_upper{r in AVERAGE: upper[r] < infinite}:
  sum{i in STYLES[r], f in PITCHES[r]: (i, f) in OPTION} (value[measure[r], i, f] - upper[r]) * x[i, f]
  - (if r in SOFT then over[r]) <= 0;


/* 9  Rules on teams of styles ---------------------------------------------------------------------- */

set TOGETHER, default {};
set EXCLUSIVE, default {};
set REQUIRES, default {};
set TEAM_RULE := TOGETHER union EXCLUSIVE union REQUIRES;

/* The styles of the rule; of `requires`, those of which one is needed. A style that is no candidate
   may be among them: it is never on the tray. */
set TEAM{TEAM_RULE};
/* The style that needs one of the team. */
param dependent{REQUIRES}, symbolic;

param team_penalty{TEAM_RULE}, >= 0, default 0;
set SOFT_TEAM := setof{r in TEAM_RULE: team_penalty[r] > 0} r;
/* Styles by which a soft team rule is missed. */
var missed{SOFT_TEAM}, >= 0;

/* together: all are on the tray or none is. */
var all_on{TOGETHER}, binary;

s.t. together{r in TOGETHER, i in TEAM[r]: r not in SOFT_TEAM}:
  sum{f in PITCH: (i, f) in OPTION} x[i, f] = all_on[r];

/* Soft: missed is the fewer of those that are off (where all should be on) and those that are on. */
s.t. together_or_off{r in TOGETHER inter SOFT_TEAM}:
  missed[r] >= card(TEAM[r]) * all_on[r] - sum{i in TEAM[r], f in PITCH: (i, f) in OPTION} x[i, f];

s.t. together_or_on{r in TOGETHER inter SOFT_TEAM}:
  missed[r] >= sum{i in TEAM[r], f in PITCH: (i, f) in OPTION} x[i, f] - card(TEAM[r]) * all_on[r];

/* exclusive: at most one is. */
s.t. exclusive{r in EXCLUSIVE}:
  sum{i in TEAM[r], f in PITCH: (i, f) in OPTION} x[i, f] <= 1 + (if r in SOFT_TEAM then missed[r]);

/* requires: the dependent style only with at least one of the team. */
s.t. requires{r in REQUIRES}:
  sum{f in PITCH: (dependent[r], f) in OPTION} x[dependent[r], f]
  <= sum{i in TEAM[r], f in PITCH: (i, f) in OPTION} x[i, f] + (if r in SOFT_TEAM then missed[r]);


/* 10  Offers ---------------------------------------------------------------------------------------- */

set KIND, default {};
/* The kinds that are on every item of a show that uses them, and those that are used in any case. */
set WIDE, within KIND, default {};
set ALWAYS, within KIND, default {};
/* The pitches with each kind. */
set WITH{KIND}, within PITCH;
param kind_cost{KIND}, >= 0, default 0;
/* How many items a kind has where it is used, and for how many minutes they may be on air. */
param least_with{KIND}, >= 0, default 0;
param most_with{KIND}, default infinite;
param window{KIND}, default infinite;
/* How many kinds a show may use; lists of kinds of which it uses one at most. */
param most_kinds, default infinite;
set ONE_OF, default {};
set KINDS{ONE_OF}, within KIND;

var used{KIND}, binary;

s.t. used_always{k in ALWAYS}: used[k] = 1;

s.t. used_with_items{k in KIND diff WIDE diff ALWAYS}:
  sum{i in SPU, f in WITH[k]: (i, f) in OPTION} x[i, f] <= card(SPU) * used[k];

/* One that costs something is not used without items. */
s.t. used_for_items{k in KIND diff WIDE diff ALWAYS: kind_cost[k] > 0}:
  sum{i in SPU, f in WITH[k]: (i, f) in OPTION} x[i, f] >= used[k];

s.t. with_least{k in KIND diff WIDE: least_with[k] > 0}:
  sum{i in SPU, f in WITH[k]: (i, f) in OPTION} x[i, f] >= least_with[k] * used[k];

s.t. with_most{k in KIND diff WIDE: most_with[k] < infinite}:
  sum{i in SPU, f in WITH[k]: (i, f) in OPTION} x[i, f] <= most_with[k];

s.t. within_window{k in KIND diff WIDE: window[k] < infinite}:
  sum{i in SPU, f in WITH[k]: (i, f) in OPTION} minutes[f] * x[i, f] <= window[k];

/* On the whole show: every item has it, or none. */
s.t. wide_on{k in WIDE, i in SPU}:
  sum{f in WITH[k]: (i, f) in OPTION} x[i, f] <= used[k];

s.t. wide_off{k in WIDE, i in SPU}:
  sum{f in PITCH diff WITH[k]: (i, f) in OPTION} x[i, f] <= 1 - used[k];

s.t. few_kinds{1..1: most_kinds < infinite}:
  sum{k in KIND} used[k] <= most_kinds;

s.t. one_of{l in ONE_OF}:
  sum{k in KINDS[l]} used[k] <= 1;


/* 11  The objective -------------------------------------------------------------------------------- */

/* What a unit of each measure is worth. */
param weight{MEASURE}, default 0;
param gain{(i, f) in OPTION} := sum{m in MEASURE: weight[m] <> 0} weight[m] * value[m, i, f];

maximize net:
  sum{(i, f) in OPTION} gain[i, f] * x[i, f]
  - sum{r in SOFT} penalty[r] * (short[r] + over[r])
  - sum{r in SOFT_TEAM} team_penalty[r] * missed[r]
  - sum{k in KIND} kind_cost[k] * used[k];

solve;


/* 12  The report ----------------------------------------------------------------------------------- */

printf '\n%s\n\nobjective %.6f\n', title, net;
printf 'penalties %.6f\n',
  sum{r in SOFT} penalty[r] * (short[r] + over[r]) + sum{r in SOFT_TEAM} team_penalty[r] * missed[r];
printf 'items     %d\n', sum{(i, f) in OPTION} x[i, f];
printf 'minutes   %.1f\n', sum{(i, f) in OPTION} minutes[f] * x[i, f];
printf 'gmv       %.2f\n', sum{(i, f) in OPTION} value['gmv', i, f] * x[i, f];
printf 'margin    %.2f\n', sum{(i, f) in OPTION} value['margin', i, f] * x[i, f];

printf '\n%-14s %-10s %7s %10s %10s %12s  %s\n', 'spu', 'pitch', 'minutes', 'price', 'units', 'gmv', 'name';
printf{(i, f) in OPTION: x[i, f] > 0.5} '%-14s %-10s %7.1f %10.2f %10.2f %12.2f  %s\n',
  i, f, minutes[f], price[i], units[i, f], value['gmv', i, f], label[i];

/* Every row with its range and what the tray makes of it; rows that ask for nothing and hold nothing
   are left out. */
printf '\n%-40s %12s %12s %12s %12s\n', 'row', 'lower', 'upper', 'actual', 'missed by';
printf{r in SUM: lower[r] > 0
    or abs(sum{i in STYLES[r], f in PITCHES[r]: (i, f) in OPTION} value[measure[r], i, f] * x[i, f]) > 1e-9}
  '%-40s %12s %12s %12.4f %12s\n', r,
  if lower[r] > -infinite then lower[r] else '-', if upper[r] < infinite then upper[r] else '-',
  sum{i in STYLES[r], f in PITCHES[r]: (i, f) in OPTION} value[measure[r], i, f] * x[i, f],
  if r in SOFT then short[r] + over[r] else '';
printf{r in SHARE:
    abs(sum{i in OF_STYLES[r], f in OF_PITCHES[r]: (i, f) in OPTION} value[measure[r], i, f] * x[i, f]) > 1e-9}
  '%-40s %12s %12s %12.4f %12s\n', r,
  if lower[r] > -infinite then lower[r] else '-', if upper[r] < infinite then upper[r] else '-',
  (sum{i in STYLES[r], f in PITCHES[r]: (i, f) in OPTION} value[measure[r], i, f] * x[i, f])
  / (sum{i in OF_STYLES[r], f in OF_PITCHES[r]: (i, f) in OPTION} value[measure[r], i, f] * x[i, f]),
  if r in SOFT then short[r] + over[r] else '';
printf{r in AVERAGE: sum{i in STYLES[r], f in PITCHES[r]: (i, f) in OPTION} x[i, f] > 0.5}
  '%-40s %12s %12s %12.4f %12s\n', r,
  if lower[r] > -infinite then lower[r] else '-', if upper[r] < infinite then upper[r] else '-',
  (sum{i in STYLES[r], f in PITCHES[r]: (i, f) in OPTION} value[measure[r], i, f] * x[i, f])
  / (sum{i in STYLES[r], f in PITCHES[r]: (i, f) in OPTION} x[i, f]),
  if r in SOFT then short[r] + over[r] else '';
printf{r in TEAM_RULE} '%-40s %12s %12s %12d %12s\n', r, '-', '-',
  sum{i in TEAM[r], f in PITCH: (i, f) in OPTION} x[i, f],
  if r in SOFT_TEAM then missed[r] else '';
printf '\n';

end;
