// Model files, as they are and as a hostile author would make them, with checksums and
// fingerprints that fit: an Error that says what is
// wrong, or a model that can be used.

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "fuzz.h"
#include "pullquote/extractor.h"
#include "small_model.h"

namespace {

using namespace pullquote;
using fuzz::require;

constexpr std::string_view kArticle =
    "LIMA (AP) - The mayor, Ana Reyes, said on Tuesday that the bridge would stay closed.\n\n"
    "\"We will not open it,\" Reyes told reporters. According to her, it cost $2 million in 2018. William agreed.\n";

// A file in memory: every input would otherwise touch the disk.
class MemoryFile {
 public:
  explicit MemoryFile(std::span<const std::byte> bytes) : descriptor_(memfd_create("model", MFD_CLOEXEC)) {
    require(descriptor_ >= 0, "there is memory for a file");
    require(::write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
            "it can be written");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(descriptor_); }
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

void use(std::span<const std::byte> bytes) {
  const MemoryFile file(bytes);
  try {
    const auto document = Extractor::open(file.path()).extract(kArticle);
    for (const auto& entity : document.entities) {
      for (const auto& mention : entity.mentions) {
        require(mention.span.start < mention.span.end && mention.span.end <= kArticle.size(), "spans lie in the text");
        require(mention.confidence >= 0 && mention.confidence <= 1, "a mention's confidence");
      }
    }
    for (const auto& quote : document.quotes) {
      for (const auto span : quote.content) require(span.end <= kArticle.size(), "spans lie in the text");
      require(quote.confidence >= 0 && quote.confidence <= 1, "a quote's confidence");
    }
  } catch (const Error& error) {
    require(error.code() == ErrorCode::kModelCorrupt || error.code() == ErrorCode::kModelVersion, "the right error");
    require(!error.problem().empty() && !error.where().empty() && !error.hint().empty(), "it says what is wrong");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::byte> bytes(size);
  std::transform(data, data + size, bytes.begin(), [](std::uint8_t byte) { return static_cast<std::byte>(byte); });
  use(bytes);
  forge_fingerprints(bytes);
  forge_checksums(bytes);
  use(bytes);
  return 0;
}
