namespace NewsSearch.Ingest.Metadata.Languages;

/// <summary>A language as sources name it -> its ISO 639-1 code.</summary>
internal static class LanguageCode
{
    /// <summary>ISO 639-1 codes, each with its three-letter codes of ISO 639-2: the terminological one and, where it differs, the bibliographic one.</summary>
    private const string Codes = """
        aa aar,ab abk,ae ave,af afr,ak aka,am amh,an arg,ar ara,as asm,av ava,ay aym,az aze,ba bak,be bel,bg bul,bi bis,bm bam,bn ben,bo bod tib,br bre,bs bos,
        ca cat,ce che,ch cha,co cos,cr cre,cs ces cze,cu chu,cv chv,cy cym wel,da dan,de deu ger,dv div,dz dzo,ee ewe,el ell gre,en eng,eo epo,es spa,et est,
        eu eus baq,fa fas per,ff ful,fi fin,fj fij,fo fao,fr fra fre,fy fry,ga gle,gd gla,gl glg,gn grn,gu guj,gv glv,ha hau,he heb,hi hin,ho hmo,hr hrv,ht hat,
        hu hun,hy hye arm,hz her,ia ina,id ind,ie ile,ig ibo,ii iii,ik ipk,io ido,is isl ice,it ita,iu iku,ja jpn,jv jav,ka kat geo,kg kon,ki kik,kj kua,kk kaz,
        kl kal,km khm,kn kan,ko kor,kr kau,ks kas,ku kur,kv kom,kw cor,ky kir,la lat,lb ltz,lg lug,li lim,ln lin,lo lao,lt lit,lu lub,lv lav,mg mlg,mh mah,
        mi mri mao,mk mkd mac,ml mal,mn mon,mr mar,ms msa may,mt mlt,my mya bur,na nau,nd nde,ne nep,ng ndo,nl nld dut,no nor,nr nbl,nv nav,ny nya,oc oci,oj oji,
        om orm,or ori,os oss,pa pan,pi pli,pl pol,ps pus,pt por,qu que,rm roh,rn run,ro ron rum,ru rus,rw kin,sa san,sc srd,sd snd,se sme,sg sag,si sin,
        sk slk slo,sl slv,sm smo,sn sna,so som,sq sqi alb,sr srp,ss ssw,st sot,su sun,sv swe,sw swa,ta tam,te tel,tg tgk,th tha,ti tir,tk tuk,tl tgl,tn tsn,
        to ton,tr tur,ts tso,tt tat,tw twi,ty tah,ug uig,uk ukr,ur urd,uz uzb,ve ven,vi vie,vo vol,wa wln,wo wol,xh xho,yi yid,yo yor,za zha,zh zho chi,zu zul,
        no nb nob nn nno,he iw,id in,yi ji,ro mo mol,sr sh,zh cmn yue,ar arb,fa pes prs,ms zsm,et ekk,lv lvs,sw swh,sq als,tl fil
        """;

    private static readonly Dictionary<string, string> Known = (
        from line in Codes.Split(',', StringSplitOptions.TrimEntries)
        let codes = line.Split(' ')
        from code in codes
        select (code, codes[0])).DistinctBy(pair => pair.code).ToDictionary(pair => pair.code, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>"en" for "en-US", "EN_gb", "eng" and " en"; "no" for both of Norway's written forms; null where it names no language.</summary>
    public static string? Of(string? given)
    {
        var code = given.AsSpan().Trim();
        var end = code.IndexOfAny('-', '_');
        return Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(end < 0 ? code : code[..end], out var known) ? known : null;
    }
}
