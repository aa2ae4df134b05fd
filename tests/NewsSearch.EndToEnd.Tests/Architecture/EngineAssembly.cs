using System.Reflection;

namespace NewsSearch.EndToEnd.Tests.Architecture;

internal static class EngineAssembly
{
    public static Assembly Value { get; } = Assembly.Load("NewsSearch.Engine");
}
