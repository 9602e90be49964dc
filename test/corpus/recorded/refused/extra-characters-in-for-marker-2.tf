	name_1/* c */=<<-E-1
${~true  / "s" # c "{
~}%{if "😀/*//" ~}%{~endif }
  E-1
  a_2= <<EOT
%{~ for A9- in fa)[0][
  true].b ~}%{ endfor ~}
      EOT
