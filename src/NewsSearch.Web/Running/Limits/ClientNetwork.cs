using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace NewsSearch.Web.Running.Limits;

/// <summary>Address of a client -> what one client is sure to be behind: an IPv4 address, or the /64 network of an IPv6 address, in which one machine may take any.</summary>
/// <param name="Bits">The address, or the first half of it.</param>
/// <param name="IsIPv6">Which of them.</param>
internal readonly record struct ClientNetwork(ulong Bits, bool IsIPv6)
{
    public static ClientNetwork Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new ClientNetwork(BinaryPrimitives.ReadUInt64BigEndian(bytes), IsIPv6: true)
            : new ClientNetwork(BinaryPrimitives.ReadUInt32BigEndian(bytes), IsIPv6: false);
    }
}
