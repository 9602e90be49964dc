  null_1=null/* c */ < {/*
*/for b in "/*ab c[=/*/*" : -null # c "{
=>local[0][false
  ]/* c */.0...}

