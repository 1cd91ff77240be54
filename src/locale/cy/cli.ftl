### Yr hyn y mae'r llinell orchymyn yn ei ddweud.
