  ünï_1 =(
null *
42)   <(true
  ) /* { " */  -  "s" /* { " */  - local.a/* c */
