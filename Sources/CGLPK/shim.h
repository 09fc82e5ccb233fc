#include <glpk.h>
#include <setjmp.h>

/* What lineup_simplex returns where GLPK would have ended the process. */
#define LINEUP_GAVE_UP (-1)

static inline void lineup_escape(void *refuge) { longjmp(*(jmp_buf *)refuge, 1); }

static inline int lineup_keep_silent(void *info, const char *text) {
  (void)info;
  (void)text;
  return 1;
}

/* glp_simplex; an assertion of GLPK's that fails ends the call and not the process. Whatever lives in the thread's
   environment is lost then: glp_free_env is the one call that may follow (GLPK's reference manual, glp_error_hook). */
static inline int lineup_simplex(glp_prob *problem, const glp_smcp *parameters) {
  jmp_buf refuge;
  int code = LINEUP_GAVE_UP;
  glp_term_hook(lineup_keep_silent, NULL);
  glp_error_hook(lineup_escape, &refuge);
  if (setjmp(refuge) == 0) {
    code = glp_simplex(problem, parameters);
  } else {
    return LINEUP_GAVE_UP;
  }
  glp_error_hook(NULL, NULL);
  glp_term_hook(NULL, NULL);
  return code;
}
