true_1/* c */=e( # c "{
"{:é%{ for if , in true ~}:{#=,é /*{é%{ endfor }${~local.a}")
