null_1  ="%{/* c */if true }%{~endif  ~}${
null # c "{
~}"   -/* c */-foo-bar/* c */ *[]

