#pragma once

#include <string>
#include <vector>

namespace pullquote::reference {

/// Names in words, both split at spaces, the slow way: every stretch of words against every name. Gives each name that
/// is found with its number: "Acme Corp/0 Zeta/3".
[[nodiscard]] std::string found_naively(const std::vector<std::string>& names, const std::vector<std::string>& text);

}  // namespace pullquote::reference
