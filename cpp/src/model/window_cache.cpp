#include "model/window_cache.h"

#include <atomic>

namespace pullquote::model {

std::uint64_t next_model_number() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

}  // namespace pullquote::model
