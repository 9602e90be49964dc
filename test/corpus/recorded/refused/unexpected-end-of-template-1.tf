null_1/* c */=<<-E-1
%{~ for a in (false/*
*/) }%for{~ endfor }
E-1
