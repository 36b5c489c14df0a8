using Causeway.Kernel;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Causeway.ResourceDirectory;

/// <summary>Reads typed ids from routes and forms. An unreadable one stays at its default, which no row has: "not there".</summary>
internal sealed class TypedIdBinder : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        var isId = type.IsValueType && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));
        return isId ? (IModelBinder)Activator.CreateInstance(typeof(Binder<>).MakeGenericType(type))! : null;
    }

    private sealed class Binder<T> : IModelBinder
        where T : struct, IEntityId<T>
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (given == ValueProviderResult.None || string.IsNullOrEmpty(given.FirstValue))
            {
                return Task.CompletedTask;
            }

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
            bindingContext.Result = ModelBindingResult.Success(T.TryParse(given.FirstValue, null, out var id) ? id : T.From(Guid.Empty));
            return Task.CompletedTask;
        }
    }
}
