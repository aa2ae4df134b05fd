using System.Reflection;
using System.Reflection.Emit;

namespace NewsSearch.EndToEnd.Tests.Architecture;

/// <summary>Type -> the types that it uses: in its signatures, and in the code of its methods.</summary>
/// <remarks>Values of constants are copied by the compiler and leave no trace; everything else does.</remarks>
internal static class TypeUses
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<short, OpCode> OpCodesByValue =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>What callers of the type see: base types and the members that are public or protected.</summary>
    public static IEnumerable<Type> InSignatures(Type type) =>
        BasesOf(type).Concat(type.GetMembers(Declared).Where(IsVisible).SelectMany(InSignature)).SelectMany(Parts).Distinct();

    /// <summary>Everything: base types, all members, local variables, and what the code calls, reads, writes, makes or casts to.</summary>
    public static IEnumerable<Type> Anywhere(Type type) =>
        BasesOf(type).Concat(type.GetMembers(Declared).SelectMany(member => InSignature(member).Concat(InCode(member)))).SelectMany(Parts).Distinct();

    private static bool IsVisible(MemberInfo member) => member switch
    {
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        _ => false,
    };

    private static IEnumerable<Type> BasesOf(Type type) =>
        type.GetInterfaces().Concat(type.BaseType is { } parent ? [parent] : []).Concat(type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()));

    private static IEnumerable<Type> InSignature(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        _ => [],
    };

    private static IEnumerable<Type> InCode(MemberInfo member)
    {
        if (member is not MethodBase method || method.GetMethodBody() is not { } body) yield break;
        foreach (var local in body.LocalVariables) yield return local.LocalType;
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            if (method.Module.ResolveMember(token, typeArguments, methodArguments) is not { } used) continue;
            foreach (var type in InSignature(used)) yield return type;
            if ((used as Type ?? used.DeclaringType) is { } named) yield return named;
        }
    }

    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)((0xFE << 8) | code[at + 1]) : code[at];
            var operation = OpCodesByValue[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                yield return BitConverter.ToInt32(code, at);
            at += OperandLength(operation.OperandType, code, at);
        }
    }

    private static int OperandLength(OperandType kind, byte[] code, int at) => kind switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.GetElementType() is { } element) return Parts(element);
        if (type.IsGenericParameter) return type.GetGenericParameterConstraints();
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
