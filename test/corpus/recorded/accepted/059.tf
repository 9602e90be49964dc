  a_1  =[for endif in 3.25e+4 : if]   </* c */[1,2][""][ # c "{
x_1]/* c */ <=  "s" <true # c