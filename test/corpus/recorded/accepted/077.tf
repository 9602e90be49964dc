for_1  = "}}}}%{~ for in in "s".* }%{~/* c */if true ~} #[{%b c,\U0001F600é/*%{~ /* { " */ endif}${ # c "{
null}%%{%{~ endfor }${
{}}" /* x
 y */
/* a */ /* b
*/
