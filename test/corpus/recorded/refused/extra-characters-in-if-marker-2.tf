null_1= true
true_2/* c */=/* c */<<-POLICY_x
%{~  if nu,ll_ ~}$${%{~ endif  ~}
  POLICY_x
