#pragma once

#include <cstdint>
#include <vector>

#include "entities/entities.h"
#include "tokens/tokens.h"

// Quotation spans by their marks alone: what stands in quotation marks, whoever said it.
//
// Marks pair within a paragraph, in either family; inside a quotation the other family, and a nested pair of the same
// one, are part of the words. Three things go wrong in scraped text, and none of them may swallow what follows:
//   an opening mark that nothing closes  ends at the next opening mark, or at the end of its paragraph; speech that
//                                        runs on into the next paragraph is written so, and re-opened there
//   a closing mark that nothing opens    is dropped, unless speech ends in it: then it starts with its sentence
//   a mark of unknown side               opens where nothing is open, and closes otherwise

namespace pullquote::quotes {

struct Quotation {
  tokens::TokenRange tokens;  // with its marks
  tokens::TokenRange inside;  // without them; never empty
  std::uint32_t section = 0;
  bool closed = true;  // false: it ends with its paragraph, or where another one opens
  bool continues =
      false;  // the quotation before it was left open at the end of its paragraph, and this one re-opens it
};

/// The outermost quotations in order of the text, but for nicknames inside people's names. Linear in the text.
[[nodiscard]] std::vector<Quotation> find_quotations(const tokens::TokenizedText& text, const entities::Linked& linked,
                                                     bool boilerplate);
/// The same with nicknames.
[[nodiscard]] std::vector<Quotation> find_quotations(const tokens::TokenizedText& text, bool boilerplate);

}  // namespace pullquote::quotes
