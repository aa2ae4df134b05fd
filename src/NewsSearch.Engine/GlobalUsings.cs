// Segment-local, dense document number in [0, DocCount).
global using DocId = int;
