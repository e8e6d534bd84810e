#pragma once

#include <string>
#include <vector>

#include "entities_fixture.h"
#include "quotes/quotes.h"

namespace pullquote::quotes {

/// What the stage finds in an article, printed a line for each quote:
///   kind speaker <source|cue> content ## content
/// where "-" stands for no speaker and for empty ranges.
[[nodiscard]] std::string print_quotes(const std::string& article, const Verbs& verbs = {});

/// What rules find where nothing was found before, printed a line each: <source|cue> content. `told` is a part of the
/// article that counts as found.
[[nodiscard]] std::string print_left_over(const std::string& article, const std::string& told = "");

/// What becomes of a source that was found before the main word of its cue. Words that begin with '*' in the article
/// are finite verbs.
[[nodiscard]] std::string print_named_source(const std::string& article, const std::string& source,
                                             const std::string& anchor);

/// What becomes of content that was found for the cue that is token `anchor`.
[[nodiscard]] std::string print_trimmed(const std::string& article, const std::string& content,
                                        std::uint32_t anchor = 1);

/// The participle that goes on with another cue inside a content, where it hangs on the cue in the tree; "-" for none.
[[nodiscard]] std::string parallel_word(const std::string& article, const std::string& content, const std::string& cue,
                                        const std::string& participle);

/// The manner of each quote, "-" for none, with one space between each two.
[[nodiscard]] std::string print_manners(const std::string& article, const Verbs& verbs = {});

/// The outermost quotations, a line for each: "[inside]" closed, "[inside" left open, "+[inside]" going on.
[[nodiscard]] std::string print_quotations(const std::string& article);

}  // namespace pullquote::quotes
