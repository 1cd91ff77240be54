-- Languages are told otherwise than before, so they are found again.
UPDATE answer SET language = NULL, confidence = NULL, spans = NULL
