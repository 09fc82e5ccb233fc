#if GLPK
  import CGLPK

  #if canImport(Darwin)
    import Darwin
  #elseif canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  /// GLPK keeps one environment a thread and never frees it by itself. This counts the problems that
  /// live on the calling thread; the last one to go takes the environment's memory with it.
  enum ThreadEnvironment {
    private static let liveKey = key()
    private static let lossKey = key()

    private static func key() -> pthread_key_t {
      var key = pthread_key_t()
      pthread_key_create(&key, nil)
      return key
    }

    private static var liveProblems: Int {
      get { Int(bitPattern: pthread_getspecific(liveKey)) }
      set { pthread_setspecific(liveKey, UnsafeMutableRawPointer(bitPattern: newValue)) }
    }

    /// How many environments of this thread were lost before the one there is.
    private(set) static var losses: Int {
      get { Int(bitPattern: pthread_getspecific(lossKey)) }
      set { pthread_setspecific(lossKey, UnsafeMutableRawPointer(bitPattern: newValue)) }
    }

    /// To be called before a problem is made on this thread. Turns GLPK's terminal output off.
    static func enter() {
      liveProblems += 1
      glp_term_out(GLP_OFF)
    }

    /// To be called after a problem of this thread is deleted.
    static func leave() {
      liveProblems -= 1
      if liveProblems <= 0 {
        glp_free_env()
      }
    }

    /// To be called where GLPK would have ended the process: every problem of this thread is gone.
    static func lose() {
      glp_free_env()
      liveProblems = 0
      losses += 1
    }
  }
#endif
