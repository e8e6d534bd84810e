#include "mapping.h"

#include <cerrno>
#include <limits>
#include <string>
#include <system_error>

#include "pullquote/error.h"

#ifdef _WIN32
#include <fstream>
#else
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace pullquote::model {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& what) {
  throw Error(ErrorCode::kModelNotFound, what, path.string(), "check the path, or leave it out for the shipped model");
}

[[maybe_unused]] std::string reason(int error) {
  return "the model file cannot be read: " + std::generic_category().message(error);
}

}  // namespace

#ifdef _WIN32

Mapping::Mapping(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) refuse(path, "the model file cannot be read");
  const auto size = static_cast<std::streamoff>(file.tellg());
  if (size < 0) refuse(path, "the model file cannot be read");
  read_.resize(static_cast<std::size_t>(size));
  file.seekg(0);
  if (!file.read(reinterpret_cast<char*>(read_.data()), size)) refuse(path, "the model file cannot be read");
  bytes_ = read_;
}

Mapping::~Mapping() = default;

#else

Mapping::Mapping(const std::filesystem::path& path) {
  struct Descriptor {
    int number;
    ~Descriptor() {
      if (number >= 0) ::close(number);
    }
    // Without O_NONBLOCK, opening a named pipe would wait for its writer.
  } const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (file.number < 0) refuse(path, reason(errno));
  struct stat status {};
  if (::fstat(file.number, &status) != 0) refuse(path, reason(errno));
  if (!S_ISREG(status.st_mode)) refuse(path, "the model is not a regular file");
  if (status.st_size == 0) return;  // nothing to map; the reader says what is wrong with it
  if (static_cast<std::uintmax_t>(status.st_size) > std::numeric_limits<std::size_t>::max())
    refuse(path, reason(EFBIG));
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number, 0);
  if (start == MAP_FAILED) refuse(path, reason(errno));
  bytes_ = {static_cast<const std::byte*>(start), size};
}

Mapping::~Mapping() {
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

#endif

}  // namespace pullquote::model
