	ünï_1=[for x_1 in local : 
  1e
