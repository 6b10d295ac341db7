using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Workflows.Analyzers.Rules;

namespace Workflows.Analyzers.Graph;

/// <summary>The visitor that all rules share: goes over a body once, asks the rules about each operation and notes what it calls.</summary>
internal sealed class UnitWalker : OperationWalker
{
    private readonly CodeMap _map;
    private readonly RuleBook _rules;
    private readonly IAssemblySymbol _assembly;
    private CodeUnit _unit;

    private UnitWalker(CodeMap map, RuleBook rules, IAssemblySymbol assembly, CodeUnit unit)
    {
        _map = map;
        _rules = rules;
        _assembly = assembly;
        _unit = unit;
    }

    /// <summary>Goes over a member.</summary>
    public static void Walk(OperationBlockAnalysisContext context, CodeMap map, RuleBook rules)
    {
        CodeUnit unit = map.Open(context.OwningSymbol, null);
        lock (unit)
        {
            UnitWalker walker = new(map, rules, context.Compilation.Assembly, unit);
            foreach (IOperation block in context.OperationBlocks)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                walker.Visit(block);
            }
        }
    }

    /// <inheritdoc/>
    public override void Visit(IOperation? operation)
    {
        // A name or an attribute runs nothing.
        if (operation is null or INameOfOperation or ITypeOfOperation or IAttributeOperation)
        {
            return;
        }

        if (_rules.Judge(operation) is { } broken)
        {
            _unit.Add(new Finding(broken.Rule, broken.Call, operation.Syntax.GetLocation()));
        }

        NoteCalls(operation);
        base.Visit(operation);
    }

    /// <inheritdoc/>
    public override void VisitAnonymousFunction(IAnonymousFunctionOperation operation)
    {
        // Whoever makes a lambda is taken to run it.
        _unit.AddCall(operation.Symbol);
        Within(operation.Symbol, () => base.VisitAnonymousFunction(operation));
    }

    /// <inheritdoc/>
    public override void VisitLocalFunction(ILocalFunctionOperation operation) =>
        Within(operation.Symbol, () => base.VisitLocalFunction(operation));

    private void Within(IMethodSymbol function, Action visit)
    {
        CodeUnit outer = _unit;
        _unit = _map.Open(function, outer);
        visit();
        _unit = outer;
    }

    private void NoteCalls(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation invocation:
                _unit.AddCall(invocation.TargetMethod, invocation.IsVirtual);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                _unit.AddCall(constructor);
                break;
            case IMethodReferenceOperation reference:
                _unit.AddCall(reference.Method, reference.IsVirtual);
                break;
            case IPropertyReferenceOperation reference:
                NoteAccessors(reference);
                break;
            case IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field }:
                _unit.AddCall(field);
                break;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: { } happening } } assignment:
                Note(assignment.Adds ? happening.AddMethod : happening.RemoveMethod);
                break;
            case IBinaryOperation { OperatorMethod: { } method }:
                _unit.AddCall(method);
                break;
            case IUnaryOperation { OperatorMethod: { } method }:
                _unit.AddCall(method);
                break;
            case IConversionOperation { OperatorMethod: { } method }:
                _unit.AddCall(method);
                break;
            case ICompoundAssignmentOperation { OperatorMethod: { } method }:
                _unit.AddCall(method);
                break;
            case IForEachLoopOperation loop:
                NoteByName(loop.Collection is IConversionOperation conversion ? conversion.Operand.Type : loop.Collection.Type, "GetEnumerator", "GetAsyncEnumerator");
                break;
            case IUsingOperation { Resources: { } resources }:
                NoteDisposal(resources);
                break;
            case IUsingDeclarationOperation declaration:
                NoteDisposal(declaration.DeclarationGroup);
                break;
        }
    }

    private void NoteAccessors(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        bool isTarget = reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;
        bool isChanged = isTarget || reference.Parent is IIncrementOrDecrementOperation;
        bool isRead = !isTarget || reference.Parent is ICompoundAssignmentOperation or ICoalesceAssignmentOperation;
        bool isVirtual = property.IsAbstract || property.IsVirtual || property.IsOverride;
        if (isRead)
        {
            Note(property.GetMethod, isVirtual);
        }

        if (isChanged)
        {
            Note(property.SetMethod, isVirtual);
        }

        if (property.IsStatic)
        {
            _unit.AddCall(property);
        }
    }

    private void NoteDisposal(IOperation resources)
    {
        if (resources is IVariableDeclarationGroupOperation group)
        {
            foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
            {
                NoteByName(declarator.Symbol.Type, "Dispose", "DisposeAsync");
            }

            return;
        }

        NoteByName(resources.Type, "Dispose", "DisposeAsync");
    }

    private void NoteByName(ITypeSymbol? type, params string[] names)
    {
        for (ITypeSymbol? next = type; next is not null && SymbolEqualityComparer.Default.Equals(next.ContainingAssembly, _assembly); next = next.BaseType)
        {
            foreach (IMethodSymbol method in names.SelectMany(name => next.GetMembers(name)).OfType<IMethodSymbol>())
            {
                _unit.AddCall(method, method.IsAbstract || method.IsVirtual || method.IsOverride);
            }
        }
    }

    private void Note(IMethodSymbol? method, bool isVirtual = false)
    {
        if (method is not null)
        {
            _unit.AddCall(method, isVirtual);
        }
    }
}
