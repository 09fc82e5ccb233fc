#if GLPK
  import CGLPK
#endif

/// What is known of the GNU Linear Programming Kit in this build.
package enum GLPKLibrary {
  /// Whether this build links GLPK: the package trait `GLPK`, on by default.
  package static var isAvailable: Bool {
    #if GLPK
      true
    #else
      false
    #endif
  }

  /// Name and version as a report shows them, such as `GLPK 5.0`; `nil` where it is not linked.
  package static var name: String? {
    #if GLPK
      glp_version().map { "GLPK " + String(cString: $0) }
    #else
      nil
    #endif
  }
}
