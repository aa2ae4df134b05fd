namespace NewsSearch.Engine.Segments;

/// <summary>One segment as a commit names it.</summary>
/// <param name="Name">The file inside the index folder, in the commit's generation: "gen-0001/000012.seg".</param>
/// <param name="DocCount">Deleted documents included.</param>
/// <param name="ByteLength">Exact length of the file.</param>
/// <param name="Deleted">Bit d of byte d/8 set = document d is deleted; ceil(DocCount / 8) bytes, bits behind the last document are 0; empty = none.</param>
/// <param name="FooterChecksum">From <see cref="SectionFileWriter.FooterChecksum"/>: no other file can stand in its place.</param>
internal sealed record SegmentEntry(string Name, int DocCount, long ByteLength, byte[] Deleted, uint FooterChecksum);
