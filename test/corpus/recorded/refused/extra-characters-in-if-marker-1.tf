  for lbl lbl { }// "${
  if_1=a/* c */ ||  "%{~/* c */if false #~}%{endif~}"

