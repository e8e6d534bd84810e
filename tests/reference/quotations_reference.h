#pragma once

#include <vector>

#include "quotes/quotations.h"

namespace pullquote::reference {

/// Quotations as the comment above quotes::find_quotations states them, looking through the whole paragraph again at
/// each mark.
[[nodiscard]] std::vector<quotes::Quotation> find_quotations(const tokens::TokenizedText& text, bool boilerplate);

}  // namespace pullquote::reference
