	true_1 =d?ata
