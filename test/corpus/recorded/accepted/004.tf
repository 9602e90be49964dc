for_1 ={/*
*/}/* c */ *"s"[null]["k"]   ||"" -  true
ünï_2=-{for else in "s" : null # c "{
=>x_1 } +  "${""
  }${~
1e3}%%{///* "