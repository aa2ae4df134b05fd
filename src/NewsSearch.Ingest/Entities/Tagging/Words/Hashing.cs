using System.Numerics;

namespace NewsSearch.Ingest.Entities.Tagging.Words;

/// <summary>Numbers that stand for words and features. Model and gazetteer files hold them: a change needs a new version of both.</summary>
internal static class Hashing
{
    /// <summary>FNV-1a over UTF-16 code units.</summary>
    public const uint Seed = 2166136261;

    /// <summary>Stands for a word beyond the sentence.</summary>
    public const uint Outside = 1;

    public static uint Add(uint hash, char c) => (hash ^ c) * 16777619;

    public static uint Mix(uint a, uint b)
    {
        var hash = (a ^ BitOperations.RotateLeft(b, 15)) * 0x9E3779B1;
        hash = (hash ^ (hash >> 15)) * 0x85EBCA77;
        return hash ^ (hash >> 13);
    }

    public static uint Mix(uint a, ulong b) => Mix(Mix(a, (uint)b), (uint)(b >> 32));
}
