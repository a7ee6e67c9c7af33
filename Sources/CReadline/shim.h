/* Why this exists: readline is driven through global variables, some of them function pointers, and through macros;
   Swift 6 lets nobody touch a C library's mutable globals. What LineEditor needs of them stands here as functions. */

#ifndef CNB_READLINE_SHIM_H
#define CNB_READLINE_SHIM_H

#include <stdio.h>
#include <termios.h>
#include <readline/readline.h>
#include <readline/history.h>

static inline const char *cnb_readline_text(void) { return rl_line_buffer; }
static inline int cnb_readline_length(void) { return rl_end; }
static inline int cnb_readline_cursor(void) { return rl_point; }
static inline void cnb_readline_set_cursor(int offset) { rl_point = offset; }
static inline void cnb_readline_finish(void) { rl_done = 1; }

/* What stands in front of the text instead of the prompt: the message of a search or of a numeric argument. */
static inline const char *cnb_readline_message(void) {
  return rl_display_prompt == rl_prompt ? 0 : rl_display_prompt;
}

/* Readline ends the line of an end of input a second time, and of every line that follows. */
static inline void cnb_readline_leave_terminal(void) {
  rl_eof_found = 0;
  rl_deprep_terminal();
}

/* A terminal drops the keys that wait when Control-C is typed. Dropped between the question whether there are any and
   their reading, they would leave the reading without any, and the Control-C unseen until the next key: so it keeps them,
   and LineEditor drops them itself. */
static inline void cnb_readline_enter_terminal(int meta) {
  struct termios settings;
  rl_prep_terminal(meta);
  if (tcgetattr(fileno(rl_instream), &settings) != 0) return;
  settings.c_lflag |= NOFLSH;
  tcsetattr(fileno(rl_instream), TCSANOW, &settings);
}

/* Readline's own handling of signals and of the screen is off: LineEditor does both. */
static inline void cnb_readline_set_up(void (*redisplay)(void)) {
  rl_readline_name = "cnb";
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_prep_term_function = cnb_readline_enter_terminal;
  rl_deprep_term_function = cnb_readline_leave_terminal;
  rl_initialize();
  /* Else every prompt would bind the terminal's erase key to readline's own command again. */
  rl_variable_bind("bind-tty-special-chars", "off");
  /* Only now: readline does without bracketed paste where it finds that the screen is not its own. */
  rl_redisplay_function = redisplay;
}

static inline void cnb_readline_bind(const char *keys, int (*command)(int, int)) {
  rl_bind_keyseq_in_map(keys, command, rl_get_keymap_by_name("emacs-standard"));
  rl_bind_keyseq_in_map(keys, command, rl_get_keymap_by_name("vi-insert"));
}

/* Readline inserts letters that wait already in one go, unless it counts characters: it does now, and never gets there. */
static inline void cnb_readline_take_keys_one_by_one(int is_on) { rl_num_chars_to_read = is_on ? 0x7FFFFFFF : 0; }

#endif
