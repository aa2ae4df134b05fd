using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsSearch.Engine.Bits;

/// <summary>Text -> the edges of its runs of letters and digits, and its ASCII letters in lower case.</summary>
/// <remarks>
/// A unit that is not ASCII counts as a part of a run, and stands as a byte above 0x7F: whoever meets one in a run looks at the text itself.
/// Bit i % 64 of edge word i / 64 is set where a run begins at unit i or has ended before it; so edges come in pairs.
/// </remarks>
internal static class LetterRuns
{
    /// <summary>Units that make one word of edges.</summary>
    public const int BlockSize = 64;

    /// <summary>Words of edges for a text.</summary>
    public static int BlockCount(int length) => (length / BlockSize) + 1;

    /// <summary>Requires: room for <see cref="BlockCount"/> words of edges and of others, and for 64 bytes of <paramref name="lower"/> for each.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lower">Gets a byte for each unit.</param>
    /// <param name="edges">Gets the edges.</param>
    /// <param name="others">Gets a bit for each unit that is not ASCII.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(ReadOnlySpan<char> text, Span<byte> lower, Span<ulong> edges, Span<ulong> others)
    {
        var last = BlockCount(text.Length) - 1;
        Span<char> rest = stackalloc char[BlockSize];
        rest.Clear();
        text[(last * BlockSize)..].CopyTo(rest);
        var inRun = 0UL;
        for (var block = 0; block <= last; block++)
        {
            var units = block < last ? text.Slice(block * BlockSize, BlockSize) : rest;
            var bytes = lower.Slice(block * BlockSize, BlockSize);
            var letters = Vector256.IsHardwareAccelerated ? LettersByVector(units, bytes, out others[block]) : LettersByUnit(units, bytes, out others[block]);
            edges[block] = letters ^ ((letters << 1) | inRun);
            inRun = letters >> (BlockSize - 1);
        }
    }

    /// <summary>64 units -> a bit for each letter, digit and unit that is not ASCII; <paramref name="others"/> gets the latter's alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong LettersByVector(ReadOnlySpan<char> text, Span<byte> lower, out ulong others)
    {
        ref var from = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text[..BlockSize]));
        ref var to = ref MemoryMarshal.GetReference(lower[..BlockSize]);
        ulong letters = Half(ref from, ref to, 0, out var low) | ((ulong)Half(ref from, ref to, BlockSize / 2, out var high) << (BlockSize / 2));
        others = low | ((ulong)high << (BlockSize / 2));
        return letters;
    }

    /// <summary>The plain twin of <see cref="LettersByVector"/>.</summary>
    internal static ulong LettersByUnit(ReadOnlySpan<char> text, Span<byte> lower, out ulong others)
    {
        others = 0;
        var letters = 0UL;
        for (var i = 0; i < BlockSize; i++)
        {
            lower[i] = (byte)(Math.Min(text[i], byte.MaxValue) | 0x20);
            if (!char.IsAscii(text[i])) others |= 1UL << i;
            if (!char.IsAscii(text[i]) || char.IsAsciiLetterOrDigit(text[i])) letters |= 1UL << i;
        }

        return letters;
    }

    /// <summary>0x20 makes letters small, leaves digits, and keeps what is above 0x7F there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Half(ref ushort from, ref byte to, nuint at, out uint others)
    {
        var units = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref from, at), Vector256.LoadUnsafe(ref from, at + (nuint)Vector256<ushort>.Count));
        var small = units | Vector256.Create((byte)0x20);
        small.StoreUnsafe(ref to, at);
        others = units.ExtractMostSignificantBits();
        var isLetter = Vector256.LessThanOrEqual(small - Vector256.Create((byte)'a'), Vector256.Create((byte)('z' - 'a')));
        var isDigit = Vector256.LessThanOrEqual(units - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        return (isLetter | isDigit | units).ExtractMostSignificantBits();
    }
}
