foo-bar_1  =<<-POLICY_x
  POLICY_x
	foo-bar_2  =/* c */A9-(// c
1.5 ?
false  :// c
[""] .../=/ c
)

// x
