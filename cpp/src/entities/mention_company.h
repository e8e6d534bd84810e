#pragma once

#include <span>

#include "article.h"

namespace pullquote::entities {

/// Kinds of company that a capitalised word may keep.
inline constexpr unsigned kCompanies = 17;

/// What stands around each capitalised word wherever the article has it, one bit for each kind, under the word's hash:
/// where "Mr Reyes" or "Reyes, who" stands once, "Reyes" is somebody elsewhere, too ("context aggregation"; Ratinov and
/// Roth 2009). `runs`: capitalised words side by side.
[[nodiscard]] HashMap find_company(const Article& article, std::span<const TokenRange> runs);

}  // namespace pullquote::entities
