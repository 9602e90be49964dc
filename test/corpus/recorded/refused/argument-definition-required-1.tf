resou{rce {}
