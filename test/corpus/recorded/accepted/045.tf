true_1/* c */= [for 日本 /* { " */ ,for in - "s"[true]["k"]["k"][-1] : false > # c "{
1 -
"s"]// "${