using System.Security.Cryptography;
using System.Text;

namespace NewsSearch.Web.Running;

/// <summary>Those who may read a private archive: name and password, or the password alone as a token, -> whether they are let in.</summary>
/// <remarks>
/// A file holds a line each: name, colon, SHA-256 of the password in hexadecimal digits; empty lines and those that begin with # count
/// for nothing. Passwords are made by us and hold 128 random bits: that is why one round of a fast hash without salt is enough.
/// </remarks>
public sealed class Readers
{
    // No letters and digits that look alike.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int LettersOfPassword = 26; // 5 bits each

    private readonly List<(byte[] Name, byte[] Password)> _readers = [];

    private Readers()
    {
    }

    /// <summary>Reads a file. Raises <see cref="InvalidDataException"/> where a line is none, or there is none at all.</summary>
    public static Readers Load(string path)
    {
        var readers = new Readers();
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            if (line.Trim() is not { Length: > 0 } text || text[0] == '#') continue;
            var colon = text.LastIndexOf(':');
            if (colon <= 0 || Digits(text[(colon + 1)..]) is not { } password) throw new InvalidDataException($"{path}, line {number + 1}: this is no name, colon and SHA-256 in hexadecimal digits.");
            readers._readers.Add((Hash(text[..colon]), password));
        }

        return readers._readers.Count > 0 ? readers : throw new InvalidDataException($"{path} names no reader, so nobody could read.");
    }

    /// <summary>A new password and the line that lets it in.</summary>
    public static (string Password, string Line) Invite(string name)
    {
        var password = RandomNumberGenerator.GetString(Letters, LettersOfPassword);
        return (password, $"{name}:{Convert.ToHexStringLower(Hash(password))}");
    }

    /// <summary>Whether a name can stand in the file and in what a browser sends.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= 100 && name[0] != '#' && !name.Any(letter => letter == ':' || char.IsWhiteSpace(letter) || char.IsControl(letter));

    /// <summary>Whether the value of the header Authorization lets in. Takes as long for any that is well-formed.</summary>
    public bool Admit(string authorization)
    {
        if (Parameter(authorization, "Bearer ") is { } token) return Admit(null, token);
        if (Parameter(authorization, "Basic ") is not { } encoded) return false;
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return false;
        var both = Encoding.UTF8.GetString(bytes, 0, length);
        return both.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon && Admit(both[..colon], both[(colon + 1)..]);
    }

    private bool Admit(string? name, string password)
    {
        var (nameHash, passwordHash) = (name is null ? null : Hash(name), Hash(password));
        var isAdmitted = false;
        foreach (var reader in _readers)
            isAdmitted |= CryptographicOperations.FixedTimeEquals(reader.Password, passwordHash) & (nameHash is null || CryptographicOperations.FixedTimeEquals(reader.Name, nameHash));
        return isAdmitted;
    }

    private static string? Parameter(string authorization, string scheme) =>
        authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? authorization[scheme.Length..].Trim() : null;

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static byte[]? Digits(string text)
    {
        try
        {
            return Convert.FromHexString(text.Trim()) is { Length: SHA256.HashSizeInBytes } hash ? hash : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
