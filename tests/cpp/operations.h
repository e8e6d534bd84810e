#pragma once

#include <cstdint>

namespace pullquote {

/// The basic blocks of our own stages that this thread has run, in a build with PULLQUOTE_COUNT_OPERATIONS. Other than
/// time, two runs of one program give the same number, whatever else the machine does.
[[nodiscard]] std::uint64_t operations();

}  // namespace pullquote
