namespace NewsSearch.Ingest.Metadata.Dates;

/// <summary>Abbreviations of time zones -> offsets from UTC: those of RFC 822, and others that mean one offset. One that means several (IST) is left out.</summary>
internal static class ZoneNames
{
    private const string Table =
        "z Z,ut Z,utc Z,gmt Z,wet +00:00,west +01:00,bst +01:00,cet +01:00,cest +02:00,mez +01:00,mesz +02:00,eet +02:00,eest +03:00,msk +03:00,"
        + "est -05:00,edt -04:00,cst -06:00,cdt -05:00,mst -07:00,mdt -06:00,pst -08:00,pdt -07:00,akst -09:00,akdt -08:00,hst -10:00,"
        + "jst +09:00,kst +09:00,hkt +08:00,sgt +08:00,pkt +05:00,aest +10:00,aedt +11:00,acst +09:30,awst +08:00,nzst +12:00,nzdt +13:00";

    private static readonly Dictionary<string, string> Offsets =
        Table.Split(',').Select(zone => zone.Split(' ')).ToDictionary(zone => zone[0], zone => zone[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>"Z" or "+09:00"; null where the word is none of them.</summary>
    public static string? Offset(string word) => Offsets.GetValueOrDefault(word);
}
