/// Python's module `types`: the classes without a name of their own.
package enum TypesModule {
  package static func make() -> ModuleObject {
    ModuleObject(
      "types",
      [
        ("FunctionType", Types.function), ("LambdaType", Types.function), ("MethodType", Types.method),
        ("BuiltinFunctionType", Types.builtinFunction), ("BuiltinMethodType", Types.builtinFunction),
        ("GeneratorType", Types.generator), ("ModuleType", Types.module), ("NoneType", Types.noneType),
        ("EllipsisType", Types.ellipsisType), ("NotImplementedType", Types.notImplementedType),
      ].map { ($0, Value.object($1)) }, BuiltinModules.notOffered("types", "SimpleNamespace", "MappingProxyType"))
  }
}
