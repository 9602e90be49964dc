  true_1 /* { " */ = <<-POLICY_x
%{if false }$${$${
    %{~ else ~}${~
null~}%{ /* { " */ endif/* c *[/}é EOTX😀}# 
  POLICY_x
	name_2/* c */=""/* c */
