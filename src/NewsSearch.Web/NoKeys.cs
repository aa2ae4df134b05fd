using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace NewsSearch.Web;

/// <summary>Keeps the keys that the framework insists on making in memory: the site protects nothing, so no file is written.</summary>
internal sealed class NoKeys : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_keys) return [.. _keys];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_keys) _keys.Add(element);
    }
}
