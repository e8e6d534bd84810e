#pragma once

#include <optional>
#include <span>

#include "article.h"
#include "pullquote/verbs.h"

namespace pullquote::quotes {

/// The manner of a cue: of its first word that has one, where verbs that only lead to another ("went on to", "declined
/// to") give way to it. A colon or a dash that does a verb's work says that something was said. The user's verbs come
/// first. None without a cue, or where no word of it is known.
[[nodiscard]] std::optional<Manner> manner_of(const Article& article, std::span<const TokenRange> cue,
                                              const Verbs& verbs);

}  // namespace pullquote::quotes
